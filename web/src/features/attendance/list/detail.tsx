import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CourseSession } from "@/api/gen/types.gen.ts";
import { Button } from "@/ui/button.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { TextField } from "@/ui/text-field.tsx";
import css from "../attendance.module.css";
import { missedBy, type Note } from "./marks.ts";
import type { Shown } from "./roster.ts";

/** As long as an excuse may be. */
const LONGEST = 300;

interface Props {
	mark: "late" | "excused";
	session: CourseSession;
	before: Shown | undefined;
	onNote: (note: Note) => void;
	onClose: () => void;
}

/** What belongs to coming late, the minutes; and to an excuse, why. */
export function Detail({ mark, session, before, onNote, onClose }: Props) {
	const { t } = useTranslation(["attendance", "common"]);
	const [minutes, setMinutes] = useState<number | null>(
		() => before?.minutes_missed ?? missedBy(session, Date.now()),
	);
	const [why, setWhy] = useState(before?.mark === "excused" ? (before.reason ?? "") : "");
	const [wrong, setWrong] = useState(false);
	const form = useRef<HTMLFormElement>(null);
	useEffect(() => form.current?.querySelector("input")?.focus(), []);
	const submit = () => {
		if (mark === "excused") {
			const said = why.trim().slice(0, LONGEST);
			onNote(said ? { mark, why: said } : { mark });
			return;
		}
		const fits = minutes !== null && minutes > 0 && minutes < session.minutes;
		setWrong(!fits);
		if (fits) onNote({ mark, minutes });
		else form.current?.querySelector("input")?.focus();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key !== "Escape") return;
		event.stopPropagation();
		onClose();
	};
	return (
		<form
			ref={form}
			className={css.detail}
			noValidate
			onKeyDown={onKeyDown}
			onSubmit={(event) => {
				event.preventDefault();
				submit();
			}}
		>
			{mark === "late" ? (
				<NumberField
					label={t("detail.minutes")}
					value={minutes}
					onChange={setMinutes}
					error={wrong ? t("detail.wrong", { count: session.minutes - 1 }) : undefined}
					isRequired
				/>
			) : (
				<TextField
					label={t("detail.why")}
					note={t("common:state.optional")}
					dir="auto"
					autoComplete="off"
					value={why}
					onChange={setWhy}
				/>
			)}
			<Button type="submit" variant="primary">
				{t(`detail.note.${mark}`)}
			</Button>
			<Button onPress={onClose}>{t("common:action.cancel")}</Button>
		</form>
	);
}
