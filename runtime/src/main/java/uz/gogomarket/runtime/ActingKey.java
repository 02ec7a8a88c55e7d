package uz.gogomarket.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Tells the database the key by which it believes the application who is acting; only the owner can
 * read it there.
 */
final class ActingKey {
  private static final int BLOCK_BYTES = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private static final String WRITE =
      "insert into acting.key as k (inner_block, outer_block) values (?, ?) on conflict (id) do update"
          + " set inner_block = excluded.inner_block, outer_block = excluded.outer_block"
          + " where k.inner_block <> excluded.inner_block";

  private ActingKey() {}

  /** At each start: a database that was restored learns the key that belongs to it again. */
  static void write(Database database, byte[] key) throws SQLException {
    try (Connection connection = database.ownerDataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(WRITE)) {
      statement.setBytes(1, padded(key, INNER));
      statement.setBytes(2, padded(key, OUTER));
      statement.executeUpdate();
    }
  }

  /** The key as HMAC (RFC 2104) uses it, so that the database needs no more than a hash. */
  private static byte[] padded(byte[] key, byte padding) {
    byte[] block = Arrays.copyOf(key, BLOCK_BYTES);
    for (int i = 0; i < block.length; i++) {
      block[i] ^= padding;
    }
    return block;
  }
}
