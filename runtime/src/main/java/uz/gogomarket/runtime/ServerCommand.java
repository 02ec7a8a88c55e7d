package uz.gogomarket.runtime;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command line of the server's Java process, put together from the domain's own options as
 * Payara's launcher would do; without that launcher one Java process less stays in memory.
 */
final class ServerCommand {
  /** {@code [17|]--add-opens=…}: from Java 17 on; {@code [|16]…}: up to 16. */
  private static final Pattern RANGE = Pattern.compile("\\[([^|\\]]*)\\|([^|\\]]*)\\](.*)");

  private static final Pattern WHITESPACE = Pattern.compile("\\s+");

  /** What the server says and writes depends on no locale and time zone of the machine. */
  static final List<String> LOCALE =
      List.of(
          "-Dfile.encoding=UTF-8",
          "-Dsun.stdout.encoding=UTF-8",
          "-Dsun.stderr.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Duser.timezone=UTC");

  /**
   * G1 is what Java takes by itself, except on small machines; out of memory, a server ends and is
   * started anew, where it would go on with half of its threads.
   */
  static final List<String> MEMORY = List.of("-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError");

  /**
   * What headers are made of is decided by the connector, by RFC 9110; the server's own check takes
   * every byte beyond ASCII for a fault.
   */
  private static final String HEADERS_IN_UTF_8 =
      "-Dorg.glassfish.grizzly.http.STRICT_HEADER_VALUE_VALIDATION_RFC_9110=false";

  private ServerCommand() {}

  static List<String> line(Settings settings, ServerDomain domain) {
    Path glassfish = settings.payara().resolve("glassfish");
    List<String> command = new ArrayList<>();
    // What the server writes nobody else on the machine may read; Java itself knows no umask.
    command.addAll(List.of("/bin/sh", "-c", "umask 077; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        domain.folder().resolve("lib/ext")
            + "/*"
            + File.pathSeparator
            + glassfish.resolve("modules/glassfish.jar"));
    int feature = Runtime.version().feature();
    for (String option : domain.jvmOptions()) {
      applicable(option, feature)
          .filter(ServerCommand::wanted)
          .map(
              text ->
                  text.replace("${com.sun.aas.installRoot}", glassfish.toString())
                      .replace("${com.sun.aas.instanceRoot}", domain.folder().toString()))
          .ifPresent(command::add);
    }
    command.addAll(LOCALE);
    command.addAll(MEMORY);
    command.add(HEADERS_IN_UTF_8);
    command.add("-Xmx" + settings.heapMegabytes() + "m");
    command.add("-Dcom.sun.aas.installRoot=" + glassfish);
    command.add("-Dcom.sun.aas.instanceRoot=" + domain.folder());
    command.add("-Djava.library.path=" + glassfish.resolve("lib"));
    Settings.Strangers strangers = settings.strangers();
    command.add("-Dgogomarket.http.hosts=" + String.join(",", strangers.hosts()));
    command.add("-Dgogomarket.http.body-timeout=" + strangers.sending().toSeconds());
    command.add("-Dgogomarket.http.write-timeout=" + strangers.writing().toSeconds());
    command.add("-Dgogomarket.http.waiting-bodies=" + strangers.waitingBodies());
    settings
        .ear()
        .ifPresent(ear -> command.add("-Dgogomarket.http.opens-with=" + domain.deployed()));
    settings.application().forEach((key, text) -> command.add("-D" + key + "=" + text));
    WHITESPACE
        .splitAsStream(settings.jvmOptions())
        .filter(option -> !option.isEmpty())
        .forEach(command::add);
    command.add("com.sun.enterprise.glassfish.bootstrap.ASMain");
    command.addAll(List.of("-upgrade", "false", "-read-stdin", "false"));
    command.addAll(List.of("-domainname", "domain1", "-domaindir", domain.folder().toString()));
    command.addAll(List.of("-instancename", "server", "-type", "DAS", "-verbose", "true"));
    command.addAll(List.of("-debug", "false", "-warmup", "false", "-watchdog", "false"));
    return command;
  }

  static Optional<String> applicable(String option, int feature) {
    Matcher range = RANGE.matcher(option);
    if (!range.matches()) {
      return Optional.of(option);
    }
    boolean otherVirtualMachine = !range.group(1).matches("[\\d.]*");
    boolean tooOld =
        !range.group(1).isEmpty() && !otherVirtualMachine && feature < major(range.group(1));
    boolean tooNew = !range.group(2).isEmpty() && feature > major(range.group(2));
    return otherVirtualMachine || tooOld || tooNew ? Optional.empty() : Optional.of(range.group(3));
  }

  private static int major(String version) {
    return Integer.parseInt(version.replaceFirst("\\..*", ""));
  }

  /**
   * The heap is a setting of ours, and a fixed size of its young part takes from G1 what it steers
   * pauses with; a remote shell into the server is nothing we want.
   */
  static boolean wanted(String option) {
    return !option.startsWith("-Xmx")
        && !option.startsWith("-XX:NewRatio")
        && !option.startsWith("-Djavax.management.builder.initial")
        && !option.startsWith("-Dorg.glassfish.additionalOSGiBundlesToStart")
        && !option.startsWith("-Dosgi.shell.telnet");
  }
}
