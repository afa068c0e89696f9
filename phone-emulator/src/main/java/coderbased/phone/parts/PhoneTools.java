package coderbased.phone.parts;

import coderbased.camera.Cameras;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * The tools that a phone's screens need besides their client.
 *
 * @param fx runs tasks on the JavaFX thread
 * @param chime says by ear that a code was read; returns at once
 */
public record PhoneTools(Cameras cameras, Executor fx, Clock clock, Runnable chime) {}
