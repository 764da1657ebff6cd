package io.github.videotasks.ext;

/** Which of the two operations of a gateway is asked. Both may answer in either's form. */
public enum EndpointStyle {
  /** {@code GET /v1/video/query?id=…}, the gateways' own. */
  UNIFIED,
  /** {@code GET /v1/videos/{id}}, as OpenAI has it. */
  OPENAI
}
