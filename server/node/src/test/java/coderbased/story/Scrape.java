package coderbased.story;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Reads what a server counts, as Prometheus does. */
public final class Scrape {

    private Scrape() {}

    /** The number of that series now. {@code server}: its admin door. */
    public static double number(URI server, String series) {
        return number(of(server).body(), series);
    }

    /** The number of that series in what was read. */
    static double number(String text, String series) {
        return text.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series + " in\n" + text));
    }

    /** The server's answer. */
    static HttpResponse<String> of(URI server) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/metrics"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
