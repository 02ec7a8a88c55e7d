package uz.gogomarket.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * JSON as every door speaks it: camelCase, money as {@code {"amount": "12.50", "currency": "UZS"}},
 * instants in RFC 3339 UTC, enums as lower-case labels, absent for null. Input is strict: unknown
 * and repeated properties, numbers for strings, blanks for numbers and other wrong types are
 * refused, and so are texts with control characters. The message of what it throws for a value is
 * the code of the {@link Violation}.
 */
@ApplicationScoped
public class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              coercions ->
                  coercions
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .withCoercionConfigDefaults(
              coercions ->
                  coercions
                      .setAcceptBlankAsEmpty(false)
                      .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail))
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .addModule(types())
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(50)
                .maxStringLength(1_000_000)
                .maxNumberLength(50)
                .build());
  }

  /** The configured mapper, for the doors' readers and writers. */
  public ObjectMapper mapper() {
    return MAPPER;
  }

  public String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write " + value.getClass().getName(), e);
    }
  }

  public <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read " + type.getName(), e);
    }
  }

  private static SimpleModule types() {
    SimpleModule module = new SimpleModule("gogomarket");
    module.setDeserializerModifier(
        new BeanDeserializerModifier() {
          @Override
          public JsonDeserializer<?> modifyEnumDeserializer(
              DeserializationConfig config,
              JavaType type,
              BeanDescription description,
              JsonDeserializer<?> jacksons) {
            return new LabelReader(type.getRawClass());
          }
        });
    module.addSerializer(
        Money.class,
        new Writer<>(
            Money.class,
            (money, out) -> {
              out.writeStartObject();
              out.writeStringField("amount", money.toString());
              out.writeStringField("currency", Money.CURRENCY);
              out.writeEndObject();
            }));
    module.addDeserializer(Money.class, new MoneyReader());
    module.addDeserializer(String.class, new StringReader());
    module.addKeyDeserializer(String.class, new KeyReader());
    module.addSerializer(
        Instant.class,
        new Writer<>(Instant.class, (time, out) -> out.writeString(time.toString())));
    module.addDeserializer(Instant.class, new TextReader<>(Instant.class, Instant::parse));
    module.addSerializer(
        LocalDate.class,
        new Writer<>(LocalDate.class, (day, out) -> out.writeString(day.toString())));
    module.addDeserializer(LocalDate.class, new TextReader<>(LocalDate.class, LocalDate::parse));
    module.addSerializer(
        Enum.class,
        new Writer<>(Enum.class, (label, out) -> out.writeString(EnumConverter.label(label))));
    return module;
  }

  @FunctionalInterface
  private interface Write<T> {
    void write(T value, JsonGenerator out) throws IOException;
  }

  private static final class Writer<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Write<T> write;

    Writer(Class<T> type, Write<T> write) {
      super(type);
      this.write = write;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      write.write(value, out);
    }
  }

  private static final class TextReader<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient java.util.function.Function<String, T> parse;

    TextReader(Class<T> type, java.util.function.Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      String text = parser.getValueAsString("");
      try {
        return parse.apply(text);
      } catch (DateTimeException e) {
        throw InvalidFormatException.from(parser, "invalid", text, handledType());
      }
    }
  }

  /** A label exactly as it is told: Jackson's own reader would trim it, or take a number. */
  private static final class LabelReader extends StdDeserializer<Object> {
    private static final long serialVersionUID = 1L;

    LabelReader(Class<?> type) {
      super(type);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String label = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getText() : "";
      for (Object constant : handledType().getEnumConstants()) {
        if (EnumConverter.label((Enum<?>) constant).equals(label)) {
          return constant;
        }
      }
      throw InvalidFormatException.from(parser, "one_of", label, handledType());
    }
  }

  private static final class StringReader extends StringDeserializer {
    private static final long serialVersionUID = 1L;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return requirePlain(super.deserialize(parser, context), parser);
    }
  }

  private static final class KeyReader extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      return requirePlain(key, context.getParser());
    }
  }

  /** Without control characters but tabs and ends of lines. */
  public static boolean isPlain(String text) {
    return text.codePoints().allMatch(Json::isPlain);
  }

  /**
   * Only what XML 1.0 has as characters: what one door takes another may have to tell, and a
   * partner could read no answer with a control character in it. The database has no NUL either.
   */
  private static String requirePlain(String text, JsonParser parser) throws IOException {
    if (!isPlain(text)) {
      throw InvalidFormatException.from(parser, "control_characters", text, String.class);
    }
    return text;
  }

  private static boolean isPlain(int character) {
    return character >= ' '
        ? !(character >= 0xD800 && character <= 0xDFFF)
            && character != 0xFFFE
            && character != 0xFFFF
        : character == '\t' || character == '\n' || character == '\r';
  }

  private static final class MoneyReader extends StdDeserializer<Money> {
    private static final long serialVersionUID = 1L;

    MoneyReader() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      JsonNode node = context.readTree(parser);
      JsonNode amount = node.path("amount");
      boolean whole =
          node.isObject()
              && amount.isTextual()
              && amount.textValue().matches("-?\\d{1,17}(\\.\\d{1,2})?")
              && Money.CURRENCY.equals(node.path("currency").textValue())
              && node.size() == 2;
      if (!whole) {
        throw InvalidFormatException.from(parser, "not_money", node.toString(), Money.class);
      }
      return new Money(new BigDecimal(amount.textValue()));
    }
  }
}
