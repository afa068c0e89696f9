/**
 * Cameras, and the pipeline that turns their pictures into readings without ever blocking a window.
 *
 * <p>A {@link coderbased.camera.Camera} is one of four things: a webcam, a network camera (a phone's camera app that
 * serves MJPEG over HTTP), the screen, or a picture file. {@link coderbased.camera.Cameras} turns the person's {@link
 * coderbased.camera.CameraChoice} into one, and lists the webcams that are plugged in. Opening a camera gives {@link
 * coderbased.camera.Shots}; a {@link coderbased.camera.CameraPipeline} runs them:
 *
 * <pre>
 *   capture thread ──&gt; newest frame ──┬──&gt; decode thread  ──&gt; PipelineListener.read
 *        (one per attempt)            └──&gt; preview thread ──&gt; PipelineListener.preview
 *   supervisor thread: opens, sees that pictures keep coming, says what is wrong, tries again
 * </pre>
 *
 * <p>There is never a queue: whoever is slow skips frames. Camera drivers block, hang and die; each attempt therefore
 * has a thread of its own that can be left behind, and every {@link coderbased.camera.CameraTrouble} says what the
 * person can do. {@link coderbased.camera.Cameras#watch} looks again and again for what was plugged in or out.
 * Nothing here knows what a code means. Only this package knows the webcam-capture library; of it only the driver
 * interface is used.
 */
@NullMarked
package coderbased.camera;

import org.jspecify.annotations.NullMarked;
