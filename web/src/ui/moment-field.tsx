import { DateField } from "./date-field.tsx";
import css from "./moment-field.module.css";
import { TextField } from "./text-field.tsx";

interface Props {
	label: string;
	timeLabel: string;
	day: string | null;
	time: string;
	onDay: (day: string | null) => void;
	onTime: (time: string) => void;
	/** What is said of each field, by pointer. */
	said: Readonly<Record<string, string | undefined>>;
	/** Where it stands in what is sent; the hour is said at `<at>/time`. */
	at: string;
	isRequired?: boolean;
}

/** A day and an hour of it, in the time of Algeria. */
export function MomentField(props: Props) {
	const { label, timeLabel, day, time, onDay, onTime, said, at, isRequired = true } = props;
	return (
		<div className={css.moment}>
			<DateField
				label={label}
				value={day}
				onChange={onDay}
				error={said[at]}
				isRequired={isRequired}
			/>
			<TextField
				label={timeLabel}
				dir="ltr"
				placeholder="16:00"
				autoComplete="off"
				value={time}
				onChange={onTime}
				error={said[`${at}/time`]}
				isRequired={isRequired}
			/>
		</div>
	);
}
