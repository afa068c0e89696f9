/**
 * The desktop app, which plays the part of the web client: shows a code, is scanned, logs in, chats, and is logged out.
 *
 * <p>{@link coderbased.desktop.Main} reads the command line, {@link coderbased.desktop.DesktopApp} starts JavaFX,
 * {@link coderbased.desktop.DesktopWindow} fills one window; another program may open one too. The window listens to a
 * {@link coderbased.client.WebClient} and shows one {@link coderbased.desktop.Screen} per {@link
 * coderbased.client.SessionState}:
 *
 * <pre>{@code
 * Connecting ──> Guest ──> Scanned ──> Reinitialising ──> Authenticated
 *                 │  ^                                         │
 *                 v  └──────────── logged out, reason ─────────┤
 *               Paused                                         └──> Stopped
 * }</pre>
 *
 * <p>{@link coderbased.desktop.DesktopViewModel} turns states into screens with one exhaustive switch; {@link
 * coderbased.desktop.DesktopView} turns screens into nodes with another. Each screen is two files: {@code XViewModel}
 * says what it shows and what the person can do, {@code XView} builds the nodes. No ViewModel knows a node, no View the
 * client.
 *
 * <p>{@link coderbased.desktop.DesktopIds} lists the ids of the nodes.
 */
@NullMarked
package coderbased.desktop;

import org.jspecify.annotations.NullMarked;
