package io.github.videotasks.ext;

/** The gateways of the contract. For others, set the {@link VideoTasksBuilder#baseUrl base URL}. */
public enum Gateway {
  /** Chainhub, {@code https://api.chainhub.tech}. */
  CHAINHUB("https://api.chainhub.tech"),
  /** Jxincm, {@code https://api.jxincm.cn}. */
  JXINCM("https://api.jxincm.cn");

  private final String baseUrl;

  Gateway(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** {@return the base URL that is documented on the gateway's pages} */
  public String baseUrl() {
    return baseUrl;
  }
}
