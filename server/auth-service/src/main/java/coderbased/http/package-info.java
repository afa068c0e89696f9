/**
 * The common part of HTTP calls, below the services that answer them. It knows neither sessions nor the web framework.
 *
 * <p>{@link coderbased.http.Callers} decides where a caller is, {@link coderbased.http.CallContent} reads headers and
 * body, {@link coderbased.http.TimelyBody} ends a body that comes too slowly, and {@link coderbased.http.HttpAnswer}
 * turns a result, a {@link coderbased.http.HttpRefusal} or a failure into an answer.
 */
@NullMarked
package coderbased.http;

import org.jspecify.annotations.NullMarked;
