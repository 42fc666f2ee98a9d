import { useTranslation } from "react-i18next";
import { Notice } from "@/ui/notice.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { OrderedRows } from "@/ui/ordered-rows.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import css from "./form.module.css";
import { type CriterionTyped, type LevelTyped, newLevel } from "./values.ts";

const MOST = 10;

type Said = Readonly<Record<string, string | undefined>>;

interface LevelProps {
	level: LevelTyped;
	onChange: (patch: Partial<LevelTyped>) => void;
	said: Said;
	at: string;
	/** Work was handed in: the points stay. */
	fixed: boolean;
}

function LevelFields({ level, onChange, said, at, fixed }: LevelProps) {
	const { t } = useTranslation("assignments");
	return (
		<div className={css.level}>
			<TextInThree
				label={t("form.level")}
				value={level.name}
				onChange={(name) => onChange({ name })}
				said={said}
				at={`${at}/name`}
				isRequired
				folded
			/>
			{fixed ? (
				<p className={css.points}>{t("points", { count: level.points ?? 0 })}</p>
			) : (
				<NumberField
					label={t("form.points")}
					value={level.points}
					onChange={(points) => onChange({ points })}
					error={said[`${at}/points`]}
					isRequired
				/>
			)}
		</div>
	);
}

interface Props {
	criterion: CriterionTyped;
	onChange: (patch: Partial<CriterionTyped>) => void;
	said: Said;
	at: string;
	fixed: boolean;
}

/** What is looked at, and its levels with what they earn. */
export function CriterionFields({ criterion, onChange, said, at, fixed }: Props) {
	const { t } = useTranslation("assignments");
	const { levels } = criterion;
	const wrong = said[`${at}/levels`];
	const legend = (row: LevelTyped, index: number) =>
		row.name.ar || t("form.levelNumber", { number: index + 1 });
	return (
		<>
			<TextInThree
				label={t("form.criterion")}
				value={criterion.name}
				onChange={(name) => onChange({ name })}
				said={said}
				at={`${at}/name`}
				isRequired
				folded
			/>
			{wrong && <Notice tone="bad" title={wrong} />}
			{fixed ? (
				levels.map((level, place) => (
					<LevelFields
						key={level.id}
						level={level}
						onChange={(patch) =>
							onChange({
								levels: levels.map((one) => (one.id === level.id ? { ...one, ...patch } : one)),
							})
						}
						said={said}
						at={`${at}/levels/${place}`}
						fixed
					/>
				))
			) : (
				<div className={css.levels}>
					<OrderedRows
						lead={t("form.levelsLead")}
						add={t("form.addLevel")}
						rows={levels}
						onChange={(rows) => onChange({ levels: rows })}
						blank={() => newLevel(levels)}
						legend={legend}
						most={MOST}
					>
						{(level, place, set) => (
							<LevelFields
								level={level}
								onChange={set}
								said={said}
								at={`${at}/levels/${place}`}
								fixed={false}
							/>
						)}
					</OrderedRows>
				</div>
			)}
		</>
	);
}
