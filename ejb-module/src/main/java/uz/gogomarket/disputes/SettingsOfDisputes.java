package uz.gogomarket.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uz.gogomarket.platform.Setting;
import uz.gogomarket.platform.SettingGroup;

/** What an admin may set about disputes. */
@ApplicationScoped
class SettingsOfDisputes implements SettingGroup {

  static final Setting<Integer> ANSWER_HOURS =
      Setting.ofInt(
          "disputes.answer-hours",
          72,
          0,
          720,
          "Hours that the other side has to answer before an admin decides without it");

  static final Setting<Integer> DECISION_HOURS =
      Setting.ofInt(
          "disputes.decision-hours",
          72,
          0,
          720,
          "Hours in which an admin is to decide before the dispute is put first");

  static final Setting<Integer> APPEAL_HOURS =
      Setting.ofInt(
          "disputes.appeal-hours",
          72,
          0,
          720,
          "Hours after a decision in which the side that lost may appeal");

  @Override
  public List<Setting<?>> settings() {
    return List.of(ANSWER_HOURS, DECISION_HOURS, APPEAL_HOURS);
  }
}
