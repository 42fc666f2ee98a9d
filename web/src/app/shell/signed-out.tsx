import { useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { withoutLocale } from "@/i18n/locale.ts";
import { buttonClass } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import css from "./signed-out.module.css";

/** The session has ended under somebody's hands: what is typed stays, and they sign in beside it. */
export function SignedOut() {
	const { t } = useTranslation("common");
	const { locale } = useFormat();
	const { pathname, searchStr } = useLocation();
	const next = encodeURIComponent(`/${locale}${withoutLocale(pathname)}${searchStr}`);
	return (
		<div className={css.signedOut}>
			<Notice tone="warn" title={t("state.signedOut")} alert>
				<p>{t("state.signedOutDetail")}</p>
				<div>
					<a
						href={`/${locale}/sign-in?next=${next}`}
						target="_blank"
						rel="noopener"
						className={buttonClass("secondary", true)}
					>
						{t("nav.signIn")}
					</a>
				</div>
			</Notice>
		</div>
	);
}
