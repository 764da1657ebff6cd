package org.example.weather;

import com.example.client.ApiClient;
import com.example.client.api.StationsApi;
import com.example.client.model.Reading;
import java.io.IOException;
import java.time.LocalDate;

/** Sends one request with the generated client and prints the readings. */
public final class PrintReadings {
  private PrintReadings() {}

  public static void main(String[] arguments) throws IOException {
    StationsApi stations = ApiClient.retrofit(arguments[0]).build().create(StationsApi.class);
    for (Reading reading :
        stations.listReadings("north pole", LocalDate.of(2026, 1, 2)).execute().body()) {
      System.out.println(reading.celsius() + " " + reading.sky() + " " + reading.toJson());
    }
  }
}
