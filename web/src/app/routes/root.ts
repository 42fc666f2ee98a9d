import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, lazyRouteComponent } from "@tanstack/react-router";
import type { i18n as I18n } from "i18next";
import type { ReactNode } from "react";
import { loadTexts } from "@/i18n/index.tsx";
import type { Locale } from "@/i18n/locale.ts";
import { NotFound } from "@/ui/states.tsx";
import { requireUser } from "../guards.ts";
import { Shell } from "../shell/shell.tsx";

export interface Context {
	queryClient: QueryClient;
	i18n: I18n;
	locale: Locale;
}

export const root = createRootRouteWithContext<Context>()({
	component: Shell,
	notFoundComponent: NotFound,
});

/** Fetches the texts of a feature together with its code. */
export const texts =
	(...namespaces: string[]) =>
	({ context }: { context: Context }) =>
		loadTexts(context.i18n, namespaces);

/** The same for pages of people who are signed in. */
export const guarded =
	(...namespaces: string[]) =>
	({ context, location }: { context: Context; location: { href: string } }) => {
		requireUser(location.href);
		return loadTexts(context.i18n, namespaces);
	};

/** Pages a feature names in a piece of its own: public pages carry one name for all of them. */
export const pagesOf =
	<Name extends string>(
		load: () => Promise<{ pages: Readonly<Record<Name, () => Promise<() => ReactNode>>> }>,
	) =>
	(name: Name) =>
		lazyRouteComponent(async () => ({ page: await (await load()).pages[name]() }), "page");
