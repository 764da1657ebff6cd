package io.github.videotasks.ext.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The same table of IP addresses tests the rule of spec-tool import. */
class SpecialPurposeIpRangesTest {

  @ParameterizedTest
  @CsvFileSource(
      files = "../spec/tool/src/test/resources/io/github/videotasks/spec/fetch/ip-addresses.csv",
      useHeadersInDisplayName = true)
  void classifiesAddress(String address, boolean isPublic) throws UnknownHostException {
    assertThat(SpecialPurposeIpRanges.isPublic(InetAddress.getByName(address))).isEqualTo(isPublic);
  }
}
