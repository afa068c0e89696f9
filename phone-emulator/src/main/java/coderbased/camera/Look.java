package coderbased.camera;

import coderbased.qr.ReadResult;

/**
 * One frame that was looked at.
 *
 * @param width of the frame in pixels; corners are given in them
 * @param still whether this was a single picture, after which no other comes
 */
public record Look(ReadResult result, int width, int height, boolean still) {}
