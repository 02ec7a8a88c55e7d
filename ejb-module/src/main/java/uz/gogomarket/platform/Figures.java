package uz.gogomarket.platform;

import java.util.List;

/** What a capability shows operators; {@link Gauges} finds every bean of this kind. */
public interface Figures {

  List<Figure> figures();
}
