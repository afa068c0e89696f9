package coderbased.phone;

import coderbased.fx.InFront;
import coderbased.phone.parts.Tab;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Messages count as read only while the window is in front and their thread is the place the person is at. */
final class Attention {

    private final Stage stage;
    private final PhoneViewModel viewModel;

    Attention(Stage stage, PhoneViewModel viewModel) {
        this.stage = stage;
        this.viewModel = viewModel;
    }

    void watch() {
        viewModel.signedIn().subscribe(this::follow);
    }

    private void follow(@Nullable SignedInViewModel signedIn) {
        if (signedIn != null) {
            signedIn.chat()
                    .thread()
                    .attended()
                    .bind(InFront.of(stage).flatMap(inFront -> signedIn.tab().map(tab -> inFront && tab == Tab.CHATS)));
        }
    }
}
