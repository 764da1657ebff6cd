package io.github.videotasks.client.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import io.github.videotasks.client.generated.library.ApiClient;
import io.github.videotasks.client.generated.library.api.BooksApi;
import io.github.videotasks.client.generated.library.api.LoansApi;
import io.github.videotasks.client.generated.library.model.Book;
import io.github.videotasks.client.generated.library.model.Genre;
import io.github.videotasks.client.generated.library.model.Loan;
import io.github.videotasks.client.generated.library.model.Shelf;
import io.github.videotasks.client.runtime.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Call;
import retrofit2.Retrofit;

/** The templates also work for a contract that is unrelated to video tasks. */
class UnrelatedContractTest {
  private static final String BOOK =
      "{\"isbn\":\"1\",\"added\":\"2026-01-31\",\"title\":\"T\",\"genre\":\"non-fiction\",\"shelf\":10,"
          + "\"binding\":\"cloth\",\"languages\":[\"de\",\"zh\"],\"genres\":[\"crime\"],"
          + "\"grid\":[[1,2],[],[3]],\"cube\":[[[0.50]]],\"titles\":{\"de\":\"Titel\"},"
          + "\"ratings\":{\"a\":[1,2.5]},\"editions\":{\"2\":{\"isbn\":\"2\",\"title\":\"U\"}},"
          + "\"sequels\":[{\"isbn\":\"3\",\"title\":\"V\"}],\"price\":12.90,"
          + "\"printed\":\"2026-01-31T10:00:00+01:00\","
          + "\"record\":\"123e4567-e89b-12d3-a456-426614174000\",\"homepage\":\"https://h/p\","
          + "\"fingerprint\":\"AQID\",\"lent\":null,\"anything\":[1,{\"x\":null}],\"extras\":{\"y\":1.0},"
          + "\"tags\":[\"a\",\"a\"]}";

  private final MockWebServer server = new MockWebServer();
  private final JsonAdapter<Book> books = ApiClient.moshi().adapter(Book.class);

  @BeforeEach
  void startServer() throws IOException {
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private Book parseBook(String json) throws IOException {
    return Objects.requireNonNull(books.fromJson(json));
  }

  private Retrofit retrofit() {
    return ApiClient.retrofit(server.url("/").toString()).build();
  }

  private RecordedRequest sendAndRecord(Call<?> call, String responseBody)
      throws IOException, InterruptedException {
    server.enqueue(new MockResponse.Builder().body(responseBody).build());
    call.execute();
    return server.takeRequest();
  }

  @Test
  void readsEveryPropertyType() throws IOException {
    Book book = parseBook(BOOK);

    assertThat(book.mismatches()).isEmpty();
    assertThat(book.added()).isEqualTo(LocalDate.of(2026, 1, 31));
    assertThat(book.genre()).isEqualTo(Genre.NON_FICTION);
    assertThat(book.shelf()).isEqualTo(Shelf.NUMBER_10);
    assertThat(book.binding()).isEqualTo(Book.BindingEnum.CLOTH);
    assertThat(book.languages()).containsExactly(Book.LanguagesEnum.DE, Book.LanguagesEnum.ZH);
    assertThat(book.grid()).containsExactly(List.of(1, 2), List.of(), List.of(3));
    assertThat(book.cube()).containsExactly(List.of(List.of(0.5)));
    assertThat(book.ratings()).isEqualTo(Map.of("a", List.of(1f, 2.5f)));
    assertThat(book.editions()).containsOnlyKeys("2");
    assertThat(book.price()).isEqualTo(new BigDecimal("12.90"));
    assertThat(book.printed()).isEqualTo(OffsetDateTime.parse("2026-01-31T10:00:00+01:00"));
    assertThat(book.record()).isEqualTo(UUID.fromString("123e4567-e89b-12d3-a456-426614174000"));
    assertThat(book.homepage()).isEqualTo(URI.create("https://h/p"));
    assertThat(book.fingerprint()).isEqualTo(ByteString.of((byte) 1, (byte) 2, (byte) 3));
    assertThat(book.tags()).containsExactly("a", "a");
    assertThat(book.lent()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'isbn':'%d','title':'t','sequels':[ | ]}",
        "{'isbn':'%d','title':'t','editions':{'x': | }}"
      })
  void keepsModelThatContainsItself40Times(String open, String close) throws IOException {
    StringBuilder json = new StringBuilder("{\"isbn\":\"last\",\"title\":\"t\",\"own\":null}");
    for (int level = 1; level <= 40; level++) {
      json.insert(0, open.formatted(level).replace('\'', '"')).append(close);
    }

    Book book = parseBook(json.toString());

    assertThat(book.mismatches()).isEmpty();
    assertThat(books.toJson(book)).isEqualTo(json.toString());
    assertThat(innermost(book).additionalProperties()).containsOnlyKeys("own");
  }

  private static Book innermost(Book book) {
    List<Book> sequels = book.sequels();
    Map<String, Book> editions = book.editions();
    Book next = sequels != null ? sequels.get(0) : editions != null ? editions.get("x") : null;
    return next == null ? book : innermost(next);
  }

  @Test
  void writesAndRebuildsEveryPropertyType() throws IOException {
    assertThat(books.toJson(parseBook(BOOK))).isEqualTo(BOOK);
    assertThat(parseBook(BOOK).toBuilder().build()).isEqualTo(parseBook(BOOK));
    assertThat(
            Book.builder()
                .genre(Genre.CRIME)
                .grid(List.of(List.of(1)))
                .price(BigDecimal.TEN)
                .build())
        .isEqualTo(parseBook("{\"genre\":\"crime\",\"grid\":[[1]],\"price\":10}"));
  }

  /** The extension x-declared has properties, but the field is of any type. */
  @Test
  void readsEveryFormOfPropertyWithoutType() throws IOException {
    for (String note : List.of("{\"by\":\"me\",\"n\":1.0}", "\"torn\"", "[1]", "7")) {
      String json = "{\"isbn\":\"1\",\"title\":\"T\",\"note\":" + note + "}";
      Book book = parseBook(json);

      assertThat(book.note()).isEqualTo(JsonValue.parse(note));
      assertThat(book.mismatches()).isEmpty();
      assertThat(books.toJson(book)).isEqualTo(json);
    }
  }

  @Test
  void readsAndWritesListedValuesOfEveryType() throws IOException {
    String json =
        "{\"signed\":true,\"marks\":[true,false],\"ratio\":0.5,\"volume\":3000000000,"
            + "\"contact\":\"a@b.example\"}";
    Book book = parseBook(json);

    assertThat(book.mismatches())
        .containsExactly(
            "$.isbn: expected string, found absent", "$.title: expected string, found absent");
    assertThat(book.signed()).isTrue();
    assertThat(book.marks()).containsExactly(true, false);
    assertThat(book.ratio()).isEqualTo(Book.RatioEnum.NUMBER_0_DOT_5);
    assertThat(book.volume()).isEqualTo(Book.VolumeEnum.NUMBER_3000000000);
    assertThat(book.contact()).isEqualTo("a@b.example");
    assertThat(books.toJson(book.toBuilder().signed(true).build())).isEqualTo(json);
  }

  @Test
  void writesSecondsThatAreZero() {
    Book book = Book.builder().printed(OffsetDateTime.parse("2026-01-31T10:00Z")).build();

    assertThat(books.toJson(book)).isEqualTo("{\"printed\":\"2026-01-31T10:00:00Z\"}");
  }

  @Test
  void keepsValuesThatScalarTypesCannotParse() throws IOException {
    String json =
        "{\"isbn\":\"1\",\"title\":\"T\",\"genre\":\"western\",\"shelf\":3,\"added\":\"yesterday\","
            + "\"record\":\"x\",\"homepage\":\"http://[\",\"fingerprint\":\"*\",\"grid\":[[1],[\"2\"]]}";

    Book book = parseBook(json);

    assertThat(book.genre()).isNull();
    assertThat(book.grid()).isNull();
    assertThat(book.property("genre")).isEqualTo(JsonValue.of("western"));
    assertThat(book.mismatches())
        .containsExactly(
            "$.added: expected date, found yesterday",
            "$.genre: expected string of the enum, found western",
            "$.shelf: expected number of the enum, found 3",
            "$.grid[1][0]: expected integer (32 bits), found string",
            "$.record: expected uuid, found x",
            "$.homepage: expected uri, found http://[",
            "$.fingerprint: expected byte (Base64), found *");
    assertThat(books.toJson(book)).isEqualTo(json);
  }

  @Test
  void sendsPathQueryAndHeaderParameters() throws IOException, InterruptedException {
    BooksApi api = retrofit().create(BooksApi.class);

    RecordedRequest request =
        sendAndRecord(
            api.searchBooks(
                "north/1",
                "a b",
                List.of(Genre.NON_FICTION, Genre.CRIME),
                null,
                LocalDate.of(2026, 1, 31),
                "-added",
                "t-1"),
            "[" + BOOK + "]");

    assertThat(request.getUrl().pathSegments()).containsExactly("branches", "north/1", "books");
    assertThat(request.getUrl().queryParameterValues("filter[genre]"))
        .containsExactly("non-fiction", "crime");
    assertThat(request.getUrl().queryParameterNames())
        .containsExactly("q", "filter[genre]", "since", "sort");
    assertThat(request.getHeaders().get("X-Trace")).isEqualTo("t-1");
  }

  @Test
  void sendsAModelAsJson() throws IOException, InterruptedException {
    RecordedRequest request =
        sendAndRecord(retrofit().create(BooksApi.class).addBook("n", parseBook(BOOK)), BOOK);

    assertThat(Objects.requireNonNull(request.getBody()).utf8()).isEqualTo(BOOK);
    assertThat(request.getHeaders().get("Content-Type"))
        .isEqualTo("application/json; charset=UTF-8");
  }

  @Test
  void sendsFormsAndFiles() throws IOException, InterruptedException {
    UUID id = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
    OffsetDateTime until = OffsetDateTime.parse("2026-01-31T10:00:00Z");

    RecordedRequest form =
        sendAndRecord(
            retrofit().create(LoansApi.class).prolongLoan(id, until), "{\"id\":\"" + id + "\"}");
    RecordedRequest files =
        sendAndRecord(
            retrofit()
                .create(BooksApi.class)
                .uploadCover(
                    "1",
                    MultipartBody.Part.createFormData(
                        "picture", "p.jpg", RequestBody.create(new byte[] {1}, null)),
                    RequestBody.create("front", null),
                    MultipartBody.Part.createFormData(
                        "back", "b.jpg", RequestBody.create(new byte[] {2}, null))),
            "");

    assertThat(Objects.requireNonNull(form.getBody()).utf8())
        .isEqualTo("until=2026-01-31T10%3A00%3A00Z");
    assertThat(Objects.requireNonNull(files.getBody()).utf8())
        .contains("name=\"picture\"; filename=\"p.jpg\"", "\r\n\r\nfront\r\n")
        .contains("name=\"back\"; filename=\"b.jpg\"");
  }

  @Test
  void readsNestedModels() throws IOException {
    Loan loan = ApiClient.moshi().adapter(Loan.class).fromJson("{\"book\":" + BOOK + "}");

    assertThat(Objects.requireNonNull(loan).book()).isEqualTo(parseBook(BOOK));
  }
}
