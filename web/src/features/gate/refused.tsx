import { useTranslation } from "react-i18next";
import { RefusedList as Refused } from "@/reference/device/refused.tsx";
import type { Gate, GateState } from "./gate.ts";

/** Passages the server did not take. */
export function RefusedList({ gate, state }: { gate: Gate; state: GateState }) {
	const { t } = useTranslation("gate");
	const names = new Map(state.list?.badges.map(({ code, name }) => [code, name]));
	return (
		<Refused
			refused={state.refused}
			onDismiss={(ids) => void gate.dismiss(ids)}
			who={({ code }) => names.get(code) ?? code}
			what={({ direction }, who) => t("refused.entry", { way: t(`way.${direction}`), who })}
			why={({ reason }) => reason && t(`reason.${reason}`)}
		/>
	);
}
