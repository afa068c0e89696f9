package coderbased.camera;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import javafx.scene.image.Image;

/** A picture that is already in memory, for example from the clipboard. */
public record ImageCamera(String name, Image image) implements Camera {

    @Override
    public Shots open() throws CameraException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        if (width < 1 || height < 1) {
            throw new CameraException(CameraTrouble.NOT_A_PICTURE);
        }
        byte[] pixels = new byte[width * height * PixelFormat.BGRA32.bytes()];
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        width,
                        height,
                        javafx.scene.image.PixelFormat.getByteBgraInstance(),
                        pixels,
                        0,
                        width * PixelFormat.BGRA32.bytes());
        return new PictureCamera.StillShots(Frame.packed(pixels, width, height, PixelFormat.BGRA32));
    }
}
