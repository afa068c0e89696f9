package coderbased.desktop;

/** The content of the window, as a ViewModel. A view's switch over these has no {@code default}. */
sealed interface Screen
        permits ConnectingViewModel,
                GuestViewModel,
                LoginUnavailableViewModel,
                PausedViewModel,
                ScannedViewModel,
                ReinitialisingViewModel,
                SignedInViewModel,
                StoppedViewModel {}
