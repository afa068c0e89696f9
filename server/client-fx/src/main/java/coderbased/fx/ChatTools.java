package coderbased.fx;

import coderbased.client.Chat;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What the ViewModels of one session share.
 *
 * @param fx {@link FxThread#executor()}, or the caller's own thread in a test
 * @param delay {@link FxThread#delay()}, or in a test whatever the test turns
 */
public record ChatTools(Chat chat, Executor fx, Delay delay, Clock clock, Times times, GroupPictures pictures) {}
