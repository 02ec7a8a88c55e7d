package uz.gogomarket.platform;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of text that others are shown: the name of an account, of a product, of who receives
 * something. It holds no letter that cannot be seen or that turns the direction of its neighbours,
 * no line break, and nothing that Unicode has not assigned. Where {@link #oneScript} is asked for,
 * a word is written in one of the Latin, Cyrillic and Greek alphabets and does not mix them, since
 * their letters look alike. Absent texts are valid.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ShownText.Check.class)
public @interface ShownText {

  String INVISIBLE = "invisible_characters";
  String MIXED = "mixed_alphabets";

  String message() default INVISIBLE;

  /** Whether a word may not mix alphabets. */
  boolean oneScript() default false;

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The check behind the annotation. */
  class Check implements ConstraintValidator<ShownText, String> {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int BLANK_BRAILLE = 0x2800;

    /** Shows the character before it as a picture: the heart of many titles. */
    private static final int AS_PICTURE = 0xFE0F;

    private boolean oneScript;

    @Override
    public void initialize(ShownText annotation) {
      oneScript = annotation.oneScript();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      Optional<String> objection = text == null ? Optional.empty() : objection(text, oneScript);
      objection.ifPresent(
          message -> {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
          });
      return objection.isEmpty();
    }

    static Optional<String> objection(String text, boolean oneScript) {
      if (!text.codePoints().allMatch(Check::visible)) {
        return Optional.of(INVISIBLE);
      }
      if (oneScript && BETWEEN_WORDS.splitAsStream(text).anyMatch(Check::mixed)) {
        return Optional.of(MIXED);
      }
      return Optional.empty();
    }

    private static boolean visible(int character) {
      return switch (Character.getType(character)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.PRIVATE_USE,
            Character.SURROGATE,
            Character.UNASSIGNED,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            false;
        default ->
            character == AS_PICTURE
                || (character != BLANK_BRAILLE
                    && !UCharacter.hasBinaryProperty(
                        character, UProperty.DEFAULT_IGNORABLE_CODE_POINT));
      };
    }

    private static boolean mixed(String word) {
      return word.codePoints()
              .map(UScript::getScript)
              .filter(
                  script ->
                      script == UScript.LATIN
                          || script == UScript.CYRILLIC
                          || script == UScript.GREEK)
              .distinct()
              .count()
          > 1;
    }
  }
}
