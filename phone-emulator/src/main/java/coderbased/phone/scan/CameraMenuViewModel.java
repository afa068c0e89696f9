package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.camera.CameraChoice;
import coderbased.camera.Cameras;
import coderbased.camera.Rates;
import coderbased.camera.ScreenPart;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The cameras to choose from. The choice is saved. */
public final class CameraMenuViewModel {

    private final Cameras cameras;
    private final ObjectProperty<CameraChoice> chosen;
    private final Executor fx;
    private final ObservableList<CameraOption> options = FXCollections.observableArrayList();
    private final ObservableValue<String> pace;
    private Runnable stopWatching = () -> {};
    private final ReadOnlyStringWrapper addressProblem = new ReadOnlyStringWrapper("");

    CameraMenuViewModel(
            Cameras cameras, ObjectProperty<CameraChoice> chosen, ObservableValue<Rates> rates, Executor fx) {
        this.cameras = cameras;
        this.chosen = chosen;
        this.pace = rates.map(CameraMenuViewModel::words);
        this.fx = fx;
        list(List.of());
    }

    /** Returns the options. */
    public ObservableList<CameraOption> options() {
        return options;
    }

    /** Returns the camera in use. Set it to use another one. */
    public ObjectProperty<CameraChoice> chosen() {
        return chosen;
    }

    /** Returns the frame rates of the current camera, in words; empty while there are no pictures. */
    public ObservableValue<String> pace() {
        return pace;
    }

    /** Returns the problem with a network camera's address; empty if none. */
    public ReadOnlyStringProperty addressProblem() {
        return addressProblem.getReadOnlyProperty();
    }

    /** Follows webcams as they are plugged in and out. */
    void watch() {
        rest();
        stopWatching = cameras.watch(names -> fx.execute(() -> list(names)));
    }

    /** Stops following webcams. */
    void rest() {
        stopWatching.run();
        stopWatching = () -> {};
    }

    /** Uses only this part of what is on the computer's screens. */
    public void useScreen(ScreenPart part) {
        chosen.set(new CameraChoice.Screen(part));
    }

    /** Uses the network camera at that address; false where it is none. */
    public boolean useAddress(String typed) {
        String text = typed.strip();
        try {
            String address = text.contains("://") ? text : "http://" + text;
            if (CameraChoice.parse(address) instanceof CameraChoice.Network network) {
                addressProblem.set("");
                chosen.set(network);
                return true;
            }
        } catch (IllegalArgumentException _) {
            // said below, for this field
        }
        addressProblem.set(MESSAGES.text("camera.address.unknown"));
        return false;
    }

    private static String words(Rates rates) {
        long captured = Math.round(rates.captured());
        long decoded = Math.round(rates.decoded());
        return captured == 0 ? "" : MESSAGES.text("camera.rates", "captured", captured, "decoded", decoded);
    }

    private void list(List<String> webcams) {
        List<CameraOption> found = new java.util.ArrayList<>();
        webcams.forEach(name -> found.add(CameraOption.of(new CameraChoice.Webcam(name))));
        CameraOption present = CameraOption.of(chosen.get());
        if (!found.contains(present) && !(chosen.get() instanceof CameraChoice.Screen)) {
            found.addFirst(present);
        }
        found.add(CameraOption.of(new CameraChoice.Screen()));
        if (!(chosen.get() instanceof CameraChoice.Off)) {
            found.add(CameraOption.of(new CameraChoice.Off()));
        }
        if (!options.equals(found)) {
            options.setAll(found);
        }
    }
}
