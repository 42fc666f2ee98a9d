import { lazy, Suspense, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import { useList } from "../use-list.ts";
import css from "./activities.module.css";
import { deadlineOf, hasDay, kindOf, type Limits } from "./limits.ts";

const LimitsDialog = lazy(async () => ({
	default: (await import("./limits-dialog.tsx")).LimitsDialog,
}));

interface Props {
	limits: Limits;
	/** Whether the project has a day to count dates from. */
	dated: boolean;
	/** What the activity is called. */
	called: string;
	/** Column and row, for whoever does not see the table. */
	label: string;
	/** The server's word on the constraint, the deadline or the note. */
	said: (part: "constraint" | "deadline" | "note") => string | undefined;
	onChange: (limits: Limits) => void;
}

/** What limits the dates of an activity, in brief; opens what there is to choose. */
export function LimitsCell({ limits, dated, called, label, said, onChange }: Props) {
	const { t } = useTranslation("workshop");
	const { date } = useFormat();
	const list = useList();
	const id = useId();
	const [open, setOpen] = useState(false);
	const short = (day: string) => date(day, { day: "numeric", month: "short" });
	const kind = kindOf(limits.constraint);
	const at = limits.constraint?.at?.slice(0, 10);
	const deadline = deadlineOf(limits);
	const parts = [
		...(kind && (at || !hasDay(kind)) ? [t(`limits.brief.${kind}`, { day: at && short(at) })] : []),
		...(kind && !at && hasDay(kind) ? [t(`limits.kind.${kind}`)] : []),
		...(deadline ? [t("limits.brief.deadline", { day: short(deadline) })] : []),
	];
	const word = parts.length > 0 ? list(parts) : t("limits.none");
	const error = said("constraint") ?? said("deadline") ?? said("note");
	return (
		<>
			<span className={css.limits}>
				<Button
					small
					aria-label={t("measure.cell", { label, word })}
					aria-describedby={error ? id : undefined}
					data-wrong={error ? true : undefined}
					onPress={() => setOpen(true)}
				>
					<bdi>{word}</bdi>
				</Button>
			</span>
			{error && (
				<span id={id} className={field.error}>
					<ErrorText>{error}</ErrorText>
				</span>
			)}
			<Suspense>
				{open && (
					<LimitsDialog
						limits={limits}
						dated={dated}
						title={t("limits.of", { name: called })}
						said={said}
						onChange={onChange}
						onClose={() => setOpen(false)}
					/>
				)}
			</Suspense>
		</>
	);
}
