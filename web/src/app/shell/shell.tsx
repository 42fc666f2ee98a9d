import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import { formerUser, PageOf, useUser } from "@/auth/session.ts";
import { Band, Khatim } from "@/design/motifs.tsx";
import { useFormat } from "@/i18n/index.tsx";
import { LANGUAGE_NAMES, LOCALES, withoutLocale } from "@/i18n/locale.ts";
import { buttonClass } from "@/ui/button.tsx";
import { Menu, Person } from "@/ui/icons.tsx";
import { NoRight } from "@/ui/states.tsx";
import { Toasts } from "@/ui/toast.tsx";
import { isGuarded } from "../guards.ts";
import {
	allPublicPlaces,
	isAlso,
	isClosed,
	navigationOf,
	type Place,
	publicPlaces,
} from "./navigation.ts";
import css from "./shell.module.css";

const MustEnrol = lazy(() =>
	import("./must-enrol.tsx").then((part) => ({ default: part.MustEnrol })),
);

const SignedOut = lazy(() =>
	import("./signed-out.tsx").then((part) => ({ default: part.SignedOut })),
);

function Links({ places }: { places: readonly Place[] }) {
	const { t } = useTranslation("common");
	const { pathname } = useLocation();
	const path = withoutLocale(pathname);
	return places.map((place) => (
		<Link
			key={place.to}
			to={place.to}
			activeOptions={{ exact: place.exact ?? false, includeSearch: false }}
			{...(isAlso(place, path) ? { "data-status": "active", "aria-current": "true" as const } : {})}
		>
			{t(place.label)}
		</Link>
	));
}

function Languages() {
	const { t } = useTranslation("common");
	const { locale } = useFormat();
	const { pathname, searchStr, hash } = useLocation();
	return (
		<nav className={css.languages} aria-label={t("nav.language")}>
			{LOCALES.map((language) => (
				// A full navigation: no page is ever half in one language and half in another. What a letter's link carries goes along.
				<a
					key={language}
					href={`/${language}${withoutLocale(pathname)}${searchStr}${hash && `#${hash}`}`}
					hrefLang={language}
					lang={language}
					aria-current={language === locale ? "true" : undefined}
				>
					{LANGUAGE_NAMES[language]}
				</a>
			))}
		</nav>
	);
}

function Account() {
	const { t } = useTranslation("common");
	const { text } = useFormat();
	const user = useUser();
	if (!user) {
		return (
			<>
				<Link to="/register" className={buttonClass("secondary", true)}>
					{t("nav.register")}
				</Link>
				<Link to="/sign-in" className={buttonClass("primary", true)}>
					{t("nav.signIn")}
				</Link>
			</>
		);
	}
	return (
		<Link to="/account" className={buttonClass("secondary", true)}>
			<Person size={16} />
			<span className={css.who}>
				<bdi>{user.name}</bdi>
				{user.acting && <small>{text(user.acting.body_name)}</small>}
			</span>
		</Link>
	);
}

/** The work of the body acted for: a second row under the head, only for people signed in. */
function Desk() {
	const { t } = useTranslation("common");
	const { text } = useFormat();
	const user = useUser();
	const places = navigationOf(user);
	if (!user?.acting || places.length === 0) return null;
	return (
		<div className={css.desk}>
			<div className={css.wrap}>
				<span className={css.body}>
					<bdi>{text(user.acting.body_name)}</bdi>
				</span>
				<nav className={css.nav} aria-label={t("nav.desk")}>
					<Links places={places} />
				</nav>
			</div>
		</div>
	);
}

function Drawer() {
	const { t } = useTranslation("common");
	const drawer = useRef<HTMLDialogElement>(null);
	const user = useUser();
	const close = () => drawer.current?.close();
	return (
		<div className={css.menu}>
			<button
				type="button"
				className={buttonClass("secondary", true)}
				onClick={() => drawer.current?.showModal()}
			>
				<Menu size={16} />
				{t("nav.menu")}
			</button>
			{/* biome-ignore lint/a11y/useKeyWithClickEvents: the platform's dialog closes on Escape by itself */}
			<dialog ref={drawer} className={css.drawer} aria-label={t("nav.menu")} onClick={close}>
				<nav aria-label={t("nav.menu")}>
					<Links places={allPublicPlaces} />
					<Links places={navigationOf(user)} />
				</nav>
				<div className={css.drawerEnd}>
					<Account />
					<button type="button" className={buttonClass("quiet", true)} onClick={close}>
						{t("action.close")}
					</button>
				</div>
			</dialog>
		</div>
	);
}

export function Shell() {
	const { t } = useTranslation("common");
	const { pathname } = useLocation();
	const user = useUser();
	const path = withoutLocale(pathname);
	const ended = !user && isGuarded(pathname);
	const closed = isClosed(user, path);
	const mustEnrol = user?.must_enrol_second_factor && path !== "/account";
	return (
		<>
			<a className={css.skip} href="#main">
				{t("nav.skip")}
			</a>
			<header>
				<div className={`${css.gov} on-dark`}>
					<div className={css.wrap}>
						<span>
							<span className={css.republic}>{t("app.republic")} · </span>
							{t("app.ministry")}
						</span>
						<Languages />
					</div>
				</div>
				<div className={css.head}>
					<div className={css.wrap}>
						<Link to="/" className={css.brand}>
							<Khatim size={46} className={css.mark} />
							<b>{t("app.name")}</b>
						</Link>
						<nav className={css.nav} aria-label={t("nav.main")}>
							<Links places={publicPlaces} />
						</nav>
						<div className={css.actions}>
							<Account />
						</div>
						<Drawer />
					</div>
					<Band />
				</div>
				<Desk />
			</header>
			<main id="main" tabIndex={-1} className={`${css.wrap} ${css.main}`}>
				{ended && (
					<Suspense>
						<SignedOut />
					</Suspense>
				)}
				{mustEnrol && (
					<Suspense>
						<MustEnrol alone={closed} />
					</Suspense>
				)}
				<PageOf value={ended ? formerUser() : null}>
					{!closed ? <Outlet /> : !mustEnrol && <NoRight />}
				</PageOf>
			</main>
			<footer className={`${css.foot} on-dark`}>
				<Band />
				<div className={css.wrap}>
					<div>
						<p className={css.footTitle}>{t("app.name")}</p>
						<p>{t("app.ministry")}</p>
					</div>
					<nav aria-label={t("nav.foot")} className={css.footLinks}>
						<Links places={allPublicPlaces} />
						<a href="/docs/">{t("nav.api")}</a>
					</nav>
					<p className={css.credit}>{t("app.mapCredit")}</p>
				</div>
			</footer>
			<Toasts />
		</>
	);
}
