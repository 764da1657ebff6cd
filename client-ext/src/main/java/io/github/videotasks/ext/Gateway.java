package io.github.videotasks.ext;

/** The gateways of the contract. Others are named by their base URL. */
public enum Gateway {
  CHAINHUB("https://api.chainhub.tech"),
  JXINCM("https://api.jxincm.cn");

  private final String baseUrl;

  Gateway(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** The address that the gateway's pages name. */
  public String baseUrl() {
    return baseUrl;
  }
}
