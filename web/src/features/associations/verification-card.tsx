import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { buttonClass } from "@/ui/button.tsx";
import css from "./associations.module.css";

/** Number and QR code that lead to the public check of the registration. */
export function VerificationCard({ number }: { number: string }) {
	const { t } = useTranslation("associations");
	return (
		<section className={css.number} aria-label={t("number.title")}>
			<img
				className={css.qr}
				src={`/api/v1/verifications/${encodeURIComponent(number)}/qr`}
				alt={t("number.qr")}
				width={96}
				height={96}
			/>
			<div>
				<p className="quiet">{t("number.title")}</p>
				<p className={`${css.big} num`}>
					<span className="ltr">{number}</span>
				</p>
			</div>
			<Link to="/verify/$number" params={{ number }} className={buttonClass("secondary", true)}>
				{t("number.check")}
			</Link>
		</section>
	);
}
