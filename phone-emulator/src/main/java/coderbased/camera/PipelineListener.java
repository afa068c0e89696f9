package coderbased.camera;

/** Hears what a {@link CameraPipeline} does. Each call comes on one of its threads and has to be quick. */
public interface PipelineListener {

    /** Pictures come: the first one, or the first one after a trouble. */
    void pictures();

    /** A picture to show. */
    void preview(Preview picture);

    /** A picture was looked at for codes. */
    void looked(Look look);

    /** There is no picture, or nothing on it. The pipeline tries again by itself where that can help. */
    void trouble(CameraTrouble trouble);
}
