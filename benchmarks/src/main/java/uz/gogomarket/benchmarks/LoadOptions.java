package uz.gogomarket.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the load generator is told, in system properties.
 *
 * @param data the data folder of the measured marketplace
 * @param folder where its feeds lie, and where the outcome is written to
 * @param products how many are listed
 * @param slices how often scenario and yardsticks take turns
 * @param warmUp seconds before the first of them
 * @param seconds of each turn
 */
record LoadOptions(
    URI url,
    Path data,
    Path folder,
    Scenario scenario,
    Mix mix,
    int products,
    int shoppers,
    int slices,
    int warmUp,
    int seconds) {

  private static final String PREFIX = "load.";

  static LoadOptions read() {
    return new LoadOptions(
        URI.create(text("url")),
        Path.of(text("data")),
        Path.of(text("folder")),
        Scenario.named(text("scenario")).get(0),
        Mix.valueOf(text("mix").toUpperCase(Locale.ROOT)),
        Integer.parseInt(text("products")),
        Integer.parseInt(text("shoppers")),
        Integer.parseInt(text("slices")),
        Integer.parseInt(text("warmUp")),
        Integer.parseInt(text("seconds")));
  }

  /** The same as options of a Java process. */
  List<String> written() {
    List<String> written = new ArrayList<>();
    written.add("url=" + url);
    written.add("data=" + data);
    written.add("folder=" + folder);
    written.add("scenario=" + scenario.label());
    written.add("mix=" + mix.label());
    written.add("products=" + products);
    written.add("shoppers=" + shoppers);
    written.add("slices=" + slices);
    written.add("warmUp=" + warmUp);
    written.add("seconds=" + seconds);
    return written.stream().map(each -> "-D" + PREFIX + each).toList();
  }

  /** How long all of it takes, at least. */
  int duration() {
    return warmUp + 2 * seconds + slices * 3 * seconds;
  }

  String file(String name) {
    return folder.resolve(name).toString();
  }

  Path outcome() {
    return folder.resolve(scenario.label() + "-" + mix.label() + ".json");
  }

  private static String text(String name) {
    String text = System.getProperty(PREFIX + name);
    if (text == null) {
      throw new IllegalArgumentException(PREFIX + name + " is missing");
    }
    return text;
  }
}
