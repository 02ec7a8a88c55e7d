package uz.gogomarket.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The TCP sockets of a process, as Linux lists them. */
final class ServerSockets {

  private static final String LISTENING = "0A";
  private static final String ESTABLISHED = "01";
  private static final int HEX = 16;

  private final Set<String> sockets = new HashSet<>();

  ServerSockets(long process) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process), "fd"))) {
      for (Path file : files.toList()) {
        if (Files.isSymbolicLink(file)) {
          sockets.add(target(file));
        }
      }
    }
  }

  /** Ports that it waits for connections on. */
  List<Integer> listening() throws IOException {
    return ports(LISTENING).stream().distinct().toList();
  }

  /** How many connections it holds to one of its ports. */
  long connections(int port) throws IOException {
    return ports(ESTABLISHED).stream().filter(each -> each == port).count();
  }

  private List<Integer> ports(String state) throws IOException {
    List<Integer> ports = new ArrayList<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      for (String line : Files.readAllLines(Path.of(table))) {
        String[] columns = line.strip().split("\\s+");
        if (columns[3].equals(state) && sockets.contains("socket:[" + columns[9] + "]")) {
          String local = columns[1];
          ports.add(Integer.parseInt(local.substring(local.lastIndexOf(':') + 1), HEX));
        }
      }
    }
    return ports;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closed) {
      return "";
    }
  }
}
