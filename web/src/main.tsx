import "./design/base.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { isProblem } from "./api/problem.ts";
import { followOtherTabs } from "./api/token.ts";
import { loadCatalogue } from "./app/catalogues.ts";
import { createAppRouter } from "./app/router.tsx";
import { onIdentity, restoreSession } from "./auth/session.ts";
import { createI18n, LanguageProvider } from "./i18n/index.tsx";
import { localeOf } from "./i18n/locale.ts";

const locale = localeOf(location.pathname);

const queryClient = new QueryClient({
	defaultOptions: {
		queries: {
			staleTime: 30_000,
			refetchOnWindowFocus: false,
			// A refusal stays a refusal; only a server out of reach or out of breath is asked again.
			retry: (count, error) =>
				count < 2 && isProblem(error) && (error.status === 0 || error.status === 503),
		},
	},
});

// Whoever signs out leaves what stands on the page: it may be half typed, and they may come back.
onIdentity((now) => {
	if (now) void queryClient.resetQueries();
	else queryClient.removeQueries({ type: "inactive" });
});
followOtherTabs();

const [i18n] = await Promise.all([createI18n(locale, loadCatalogue), restoreSession()]);
const router = createAppRouter({ queryClient, i18n, locale });

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root element");
createRoot(root).render(
	<StrictMode>
		<LanguageProvider i18n={i18n} locale={locale}>
			<QueryClientProvider client={queryClient}>
				<RouterProvider router={router} />
			</QueryClientProvider>
		</LanguageProvider>
	</StrictMode>,
);

if (import.meta.env.PROD && "serviceWorker" in navigator) {
	// Without it the application works all the same, only not offline.
	navigator.serviceWorker.register("/sw.js").catch(() => undefined);
}
