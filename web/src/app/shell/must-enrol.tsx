import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Notice } from "@/ui/notice.tsx";
import { useTitle } from "@/ui/use-title.ts";

/** It stands in the place of a page. */
function Title() {
	const { t } = useTranslation("common");
	useTitle(t("state.mustEnrol"));
	return <h1 className="visually-hidden">{t("state.mustEnrol")}</h1>;
}

/** Nothing can be done in this role without a second factor: why, and where it is set up. */
export function MustEnrol({ alone }: { alone: boolean }) {
	const { t } = useTranslation("common");
	return (
		<>
			{alone && <Title />}
			<Notice tone="warn" title={t("state.mustEnrol")}>
				<p>
					<Link to="/account">{t("state.mustEnrolDetail")}</Link>
				</p>
			</Notice>
		</>
	);
}
