package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.PropertiesValidator;
import com.networknt.schema.path.NodePath;
import java.util.Map;

/**
 * The keyword {@code properties}, validated property by property of the value. The validator of the
 * library looks for each property of the schema in each value, which takes long for many examples
 * with few of many properties.
 */
final class SparseProperties implements Keyword {
  @Override
  public String getValue() {
    return KeywordType.PROPERTIES.getValue();
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
    return new SparsePropertiesValidator(location, node, parent, context);
  }

  private static final class SparsePropertiesValidator extends PropertiesValidator {
    SparsePropertiesValidator(
        SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
      super(location, node, parent, context);
    }

    @Override
    public void validate(
        ExecutionContext context, JsonNode value, JsonNode root, NodePath location) {
      for (Map.Entry<String, JsonNode> property : value.properties()) {
        Schema schema = getSchemas().get(property.getKey());
        if (schema != null) {
          context.evaluationPathAddLast(property.getKey());
          try {
            schema.validate(context, property.getValue(), root, location.append(property.getKey()));
          } finally {
            context.evaluationPathRemoveLast();
          }
        }
      }
    }
  }
}
