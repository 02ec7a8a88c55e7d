package uz.gogomarket.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Json;
import uz.gogomarket.platform.Validation;

/**
 * Reads and writes JSON. What it has read is valid: well-formed, of the declared types, and within
 * the constraints written on the record.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  @Inject Json json;
  @Inject Validation validation;

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return isOurs(type);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return isOurs(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    ObjectMapper mapper = json.mapper();
    Object value;
    try {
      value = mapper.readValue(body, mapper.constructType(genericType));
    } catch (JsonProcessingException e) {
      throw JsonErrors.explain(e);
    }
    if (value == null) {
      throw InvalidInput.of("body", "required");
    }
    return validation.require(value);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    if (value instanceof String text) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } else {
      out.write(json.mapper().writeValueAsBytes(value));
    }
  }

  private static boolean isOurs(Class<?> type) {
    return !InputStream.class.isAssignableFrom(type)
        && !byte[].class.equals(type)
        && !jakarta.ws.rs.core.StreamingOutput.class.isAssignableFrom(type);
  }
}
