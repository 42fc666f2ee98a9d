import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { listTrainers } from "@/api/gen/workshop-sdk.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { Button } from "@/ui/button.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import { Finder } from "@/ui/finder.tsx";
import { Trash } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import { trainerQuery } from "../trainers/queries.ts";
import { useTaught } from "../trainers/use-taught.ts";
import css from "./form.module.css";
import type { Section } from "./section.ts";
import type { TrainerTyped } from "./values.ts";

/** As many as the server takes. */
const MOST = 20;

interface ChosenProps {
	trainer: TrainerTyped;
	error: string | undefined;
	onRemove: () => void;
}

/** One who teaches, with what they teach; or that they have left the pool. */
function Chosen({ trainer, error, onRemove }: ChosenProps) {
	const { t } = useTranslation(["training", "common"]);
	const taught = useTaught();
	const found = useQuery(trainerQuery(trainer.id));
	const gone = isProblem(found.error) && found.error.status === 404;
	const name = found.data?.data.name ?? (trainer.name || t("common:state.unknown"));
	return (
		<li>
			<span className={css.who} tabIndex={-1} data-wrong={error ? true : undefined}>
				<b>
					<bdi>{name}</bdi>
				</b>
				<span className="quiet">
					{found.data ? taught(found.data.data) : gone && t("pool.gone")}
				</span>
				{error && (
					<span className={field.error}>
						<ErrorText>{error}</ErrorText>
					</span>
				)}
			</span>
			<Button
				small
				variant="quiet"
				aria-label={t("form.removeTrainer", { name })}
				onPress={onRemove}
			>
				<Trash size={16} />
			</Button>
		</li>
	);
}

/** Who teaches: looked for in the pool by name, and named by what and in which languages they teach. */
export function Trainers({ typed, onChange, said }: Section) {
	const { t } = useTranslation("training");
	const taught = useTaught();
	const { trainers } = typed;
	const part = useRef<HTMLDivElement>(null);
	/** The button that was pressed is gone: the focus goes to who was added, or to the search. */
	const moved = useRef<"added" | "removed">(undefined);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the rows are there once they are drawn
	useEffect(() => {
		const target = moved.current === "added" ? "li:last-child > [tabindex]" : "input";
		if (moved.current) part.current?.querySelector<HTMLElement>(target)?.focus();
		moved.current = undefined;
	}, [trainers]);
	const change = (next: TrainerTyped[], way: "added" | "removed") => {
		moved.current = way;
		onChange({ trainers: next });
	};
	const search = async (q: string, signal: AbortSignal) => {
		const query = { q, limit: 10 };
		const { data } = await listTrainers({ query, signal, throwOnError: true });
		return data.items.map((row) => ({ id: row.person_id, name: row.name, note: taught(row) }));
	};
	return (
		<Card title={t("cohort.trainers")}>
			<div ref={part}>
				{trainers.length > 0 && (
					<ul className={css.chosen} aria-label={t("cohort.trainers")}>
						{trainers.map((one, index) => (
							<Chosen
								key={one.id}
								trainer={one}
								error={said[`/trainer_ids/${index}`]}
								onRemove={() =>
									change(
										trainers.filter(({ id }) => id !== one.id),
										"removed",
									)
								}
							/>
						))}
					</ul>
				)}
				{said["/trainer_ids"] && (
					<span className={field.error}>
						<ErrorText>{said["/trainer_ids"]}</ErrorText>
					</span>
				)}
				{trainers.length < MOST && (
					<Finder
						label={t("form.findTrainer")}
						hint={t("form.findTrainerHint")}
						of={["training", "trainers", "found"]}
						without={new Set(trainers.map(({ id }) => id))}
						addLabel={(name) => t("form.addTrainer", { name })}
						search={search}
						onAdd={({ id, name }) => change([...trainers, { id, name }], "added")}
					/>
				)}
			</div>
		</Card>
	);
}
