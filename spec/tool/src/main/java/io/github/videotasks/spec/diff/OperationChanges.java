package io.github.videotasks.spec.diff;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedHeader;
import org.openapitools.openapidiff.core.model.ChangedHeaders;
import org.openapitools.openapidiff.core.model.ChangedMediaType;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedRequestBody;
import org.openapitools.openapidiff.core.model.ChangedResponse;
import org.openapitools.openapidiff.core.model.Endpoint;

/** Converts openapi-diff's pairs of operations, parameters, bodies and responses to changes. */
final class OperationChanges {
  private final ChangeCollector changes;
  private final SchemaChanges schemas;

  OperationChanges(ChangeCollector changes) {
    this.changes = changes;
    this.schemas = new SchemaChanges(changes);
  }

  void add(ChangedOpenApi changed) {
    for (Endpoint endpoint : changed.getMissingEndpoints()) {
      changes.add(Impact.BREAKING, locationOf(endpoint), "operation removed", null, null);
    }
    for (Endpoint endpoint : changed.getNewEndpoints()) {
      changes.add(Impact.COMPATIBLE, locationOf(endpoint), "operation added", null, null);
    }
    changed.getChangedOperations().forEach(this::compareOperation);
  }

  private static String locationOf(Endpoint endpoint) {
    return endpoint.getMethod() + " " + endpoint.getPathUrl();
  }

  private void compareOperation(ChangedOperation changed) {
    ContractLocation location =
        new ContractLocation(
            changed.getHttpMethod() + " " + changed.getPathUrl(), Direction.REQUEST);
    changes.addIfDifferent(
        Impact.BREAKING_FOR_GENERATED_CODE,
        location,
        "operationId changed",
        changed.getOldOperation().getOperationId(),
        changed.getNewOperation().getOperationId());
    changes.addDeprecation(
        location,
        changed.getOldOperation().getDeprecated(),
        changed.getNewOperation().getDeprecated());
    compareParameters(location, changed.getParameters());
    compareBody(location.child("request"), changed.getRequestBody());
    compareResponses(
        new ContractLocation(location.text(), Direction.RESPONSE), changed.getApiResponses());
  }

  private void compareParameters(ContractLocation operation, @Nullable ChangedParameters changed) {
    if (changed == null) {
      return;
    }
    for (Parameter parameter : changed.getMissing()) {
      String location = operation.child(parameter.getIn() + " " + parameter.getName()).text();
      changes.add(Impact.BREAKING, location, "parameter removed", null, null);
    }
    for (Parameter parameter : changed.getIncreased()) {
      boolean required = Boolean.TRUE.equals(parameter.getRequired());
      String location = operation.child(parameter.getIn() + " " + parameter.getName()).text();
      // Generated methods have positional parameters: an additional one changes the signature.
      changes.add(
          required ? Impact.BREAKING : Impact.BREAKING_FOR_GENERATED_CODE,
          location,
          required ? "required parameter added" : "optional parameter added",
          null,
          TypeChanges.describe(parameter.getSchema()));
    }
    changed.getChanged().forEach(parameter -> compareParameter(operation, parameter));
  }

  private void compareParameter(ContractLocation operation, ChangedParameter changed) {
    Parameter was = changed.getOldParameter();
    Parameter is = changed.getNewParameter();
    ContractLocation location = operation.child(changed.getIn() + " " + changed.getName());
    compareRequired(location, was.getRequired(), is.getRequired());
    changes.addDeprecation(location, was.getDeprecated(), is.getDeprecated());
    changes.addIfDifferent(
        Impact.BREAKING, location, "style changed", was.getStyle(), is.getStyle());
    changes.addIfDifferent(
        Impact.BREAKING, location, "explode changed", was.getExplode(), is.getExplode());
    if (changed.isChangeAllowEmptyValue()) {
      boolean allowed = Boolean.TRUE.equals(is.getAllowEmptyValue());
      Effect effect = allowed ? Effect.WIDENED : Effect.NARROWED;
      changes.add(effect, false, location, "allowEmptyValue changed", !allowed, allowed);
    }
    schemas.add(location, was.getSchema(), is.getSchema(), changed.getSchema());
    compareContent(location, changed.getContent());
  }

  private void compareRequired(
      ContractLocation location, @Nullable Boolean before, @Nullable Boolean after) {
    boolean was = Boolean.TRUE.equals(before);
    boolean is = Boolean.TRUE.equals(after);
    if (was != is) {
      changes.add(
          is ? Effect.NARROWED : Effect.WIDENED,
          false,
          location,
          is ? "became required" : "became optional",
          was ? "required" : null,
          is ? "required" : null);
    }
  }

  private void compareBody(ContractLocation location, @Nullable ChangedRequestBody changed) {
    if (changed == null) {
      return;
    }
    var was = changed.getOldRequestBody();
    var is = changed.getNewRequestBody();
    if (was == null && is != null) {
      boolean required = Boolean.TRUE.equals(is.getRequired());
      changes.add(
          required ? Impact.BREAKING : Impact.BREAKING_FOR_GENERATED_CODE,
          location.text(),
          required ? "required body added" : "optional body added",
          null,
          null);
    } else if (was != null && is == null) {
      changes.add(Impact.BREAKING, location.text(), "body removed", null, null);
    } else if (was != null && is != null) {
      compareRequired(location, was.getRequired(), is.getRequired());
      compareContent(location, changed.getContent());
    }
  }

  private void compareResponses(ContractLocation operation, @Nullable ChangedApiResponse changed) {
    if (changed == null) {
      return;
    }
    for (String status : changed.getMissing().keySet()) {
      changes.add(Impact.BREAKING, operation.child(status).text(), "response removed", null, null);
    }
    for (String status : changed.getIncreased().keySet()) {
      changes.add(Impact.COMPATIBLE, operation.child(status).text(), "response added", null, null);
    }
    changed
        .getChanged()
        .forEach((status, response) -> compareResponse(operation.child(status), response));
  }

  private void compareResponse(ContractLocation location, ChangedResponse changed) {
    Content was = changed.getOldApiResponse().getContent();
    Content is = changed.getNewApiResponse().getContent();
    // openapi-diff may not report content that is added or removed as a whole.
    if (changed.getContent() == null && !Objects.equals(was, is)) {
      changes.add(
          Impact.BREAKING, location.text(), "content changed", mediaTypes(was), mediaTypes(is));
    }
    compareContent(location, changed.getContent());
    compareHeaders(location, changed.getHeaders());
  }

  private static @Nullable Object mediaTypes(@Nullable Content content) {
    return content == null ? null : content.keySet();
  }

  private void compareHeaders(ContractLocation location, @Nullable ChangedHeaders changed) {
    if (changed == null) {
      return;
    }
    for (String name : changed.getMissing().keySet()) {
      changes.add(
          Impact.BREAKING, location.child("header " + name).text(), "header removed", null, null);
    }
    for (String name : changed.getIncreased().keySet()) {
      changes.add(
          Impact.COMPATIBLE, location.child("header " + name).text(), "header added", null, null);
    }
    for (Map.Entry<String, ChangedHeader> entry : changed.getChanged().entrySet()) {
      ChangedHeader header = entry.getValue();
      ContractLocation at = location.child("header " + entry.getKey());
      compareRequired(at, header.getOldHeader().getRequired(), header.getNewHeader().getRequired());
      schemas.add(
          at,
          header.getOldHeader().getSchema(),
          header.getNewHeader().getSchema(),
          header.getSchema());
    }
  }

  private void compareContent(ContractLocation location, @Nullable ChangedContent changed) {
    if (changed == null) {
      return;
    }
    for (String media : changed.getMissing().keySet()) {
      changes.add(Impact.BREAKING, location.child(media).text(), "media type removed", null, null);
    }
    for (String media : changed.getIncreased().keySet()) {
      changes.add(Impact.COMPATIBLE, location.child(media).text(), "media type added", null, null);
    }
    for (Map.Entry<String, ChangedMediaType> entry : changed.getChanged().entrySet()) {
      ChangedMediaType media = entry.getValue();
      schemas.add(
          location.child(entry.getKey()),
          media.getOldSchema(),
          media.getNewSchema(),
          media.getSchema());
    }
  }
}
