import { useTranslation } from "react-i18next";
import type { ApplicationStatus } from "@/api/gen/types.gen.ts";
import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { left } from "@/i18n/left.ts";
import { useNow } from "@/ui/use-now.ts";
import { isOpen, nextStep, type Timing } from "./next-step.ts";

/** The next thing to do about an application, and how long there is for it. */
export function WhatNext(props: { status: ApplicationStatus; occasion: Timing }) {
	const { status, occasion } = props;
	const { t } = useTranslation("applications");
	const { locale, dateTime } = useFormat();
	const now = useNow();
	const { call } = occasion;
	const time = call ? dateTime(call.closes_at) : "";
	const rest = call && isOpen(occasion) && left(locale, call.closes_at, now);
	return (
		<>
			{t(`next.${nextStep(status, occasion, today())}`, { time })}{" "}
			{rest && <b className="num">{t("left", { left: rest })}</b>}
		</>
	);
}
