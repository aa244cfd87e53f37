package org.kontor.local.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.local.text.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into {@link Located}. */
final class LocatedReader {
  private final String file;

  LocatedReader(String file) {
    this.file = file;
  }

  Located read(byte[] json) throws DefinitionException {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new DefinitionException(file, 1, 1, Message.of("definition.empty"));
      }
      Located root = value(parser);
      if (parser.nextToken() != null) {
        throw fault(parser.currentTokenLocation(), Message.of("definition.trailing"));
      }
      return root;
    } catch (JacksonException wrong) {
      TokenStreamLocation at = wrong.getLocation();
      throw new DefinitionException(
          file,
          at == null ? 1 : Math.max(1, at.getLineNr()),
          at == null ? 1 : Math.max(1, at.getColumnNr()),
          Message.of("definition.syntax", wrong.getOriginalMessage()));
    }
  }

  private Located value(JsonParser parser) throws DefinitionException {
    TokenStreamLocation at = parser.currentTokenLocation();
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, at);
      case START_ARRAY -> array(parser, at);
      case VALUE_NULL -> new Located.Nothing(at.getLineNr(), at.getColumnNr());
      default -> new Located.Scalar(parser.getString(), at.getLineNr(), at.getColumnNr());
    };
  }

  private Located object(JsonParser parser, TokenStreamLocation at) throws DefinitionException {
    Map<String, Located> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      TokenStreamLocation nameAt = parser.currentTokenLocation();
      parser.nextToken();
      if (members.put(name, value(parser)) != null) {
        throw fault(nameAt, Message.of("definition.member.twice", name));
      }
    }
    return new Located.Members(members, at.getLineNr(), at.getColumnNr());
  }

  private Located array(JsonParser parser, TokenStreamLocation at) throws DefinitionException {
    List<Located> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new Located.Items(items, at.getLineNr(), at.getColumnNr());
  }

  private DefinitionException fault(TokenStreamLocation at, Message reason) {
    return new DefinitionException(
        file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), reason);
  }
}
