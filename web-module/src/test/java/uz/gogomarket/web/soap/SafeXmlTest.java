package uz.gogomarket.web.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.xml.sax.helpers.DefaultHandler;

class SafeXmlTest {

  @Test
  void a_text_in_an_encoding_that_nobody_knows_is_its_senders_fault() {
    byte[] text = "<?xml version='1.0' encoding='x-bogus'?><a/>".getBytes(StandardCharsets.UTF_8);

    assertThat(objection(new ByteArrayInputStream(text))).contains("encoding");
  }

  @Test
  void a_text_that_breaks_off_is_its_senders_fault() {
    InputStream brokenOff =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("closed");
          }
        };

    assertThat(objection(brokenOff)).contains("did not arrive");
  }

  private static String objection(InputStream body) {
    return SafeXml.objection(catchException(() -> SafeXml.parse(body, null, new DefaultHandler())))
        .message("en");
  }
}
