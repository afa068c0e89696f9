/**
 * The whole product in one command: {@code mvn -Pdemo} from the root.
 *
 * <p>{@link coderbased.demo.Demo} starts the server from its jar ({@link coderbased.demo.Nodes}; with {@code -Dnodes=3}
 * three processes as one), makes the two demo accounts and some history between them ({@link coderbased.demo.People}),
 * and opens the desktop's and the phone's window. With a display it leaves them to the person. Without one it plays the
 * story itself ({@link coderbased.demo.HeadlessStory}): every press is a real press on a real window of JavaFX's
 * headless platform, and the scan goes through pixels: {@link coderbased.demo.WindowCamera} serves the desktop window's
 * own picture as MJPEG over HTTP, the phone reads it through its network camera.
 */
@NullMarked
package coderbased.demo;

import org.jspecify.annotations.NullMarked;
