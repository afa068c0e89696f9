package coderbased.fx.chat;

import coderbased.client.chat.Chat;
import coderbased.fx.Delay;
import coderbased.fx.GroupPictures;
import coderbased.fx.Times;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * Common dependencies of the ViewModels of one session.
 *
 * @param fx {@link coderbased.fx.FxThread#executor()}, or the caller's own thread in a test
 * @param delay {@link coderbased.fx.FxThread#delay()}, or one that a test controls
 */
public record ChatTools(Chat chat, Executor fx, Delay delay, Clock clock, Times times, GroupPictures pictures) {}
