//! The passes of the critical path method on durations that are not whole numbers.

use crate::network::LinkKind;
use crate::network::graph::Graph;

/// A network whose lags are fractional.
#[derive(Debug)]
pub struct RealNetwork {
    /// The links.
    pub graph: Graph,
    /// The lag of each link.
    pub lags: Vec<f64>,
}

/// Early and late times of each activity.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RealTimes {
    /// Early starts.
    pub es: Vec<f64>,
    /// Late finishes.
    pub lf: Vec<f64>,
    /// The latest early finish.
    pub duration: f64,
}

impl RealNetwork {
    /// Differences below this are rounding.
    #[must_use]
    pub fn tolerance(duration: f64) -> f64 {
        1e-9 * duration.abs().max(1.0)
    }

    /// The earliest start a link allows.
    #[must_use]
    pub fn earliest(&self, link: usize, es: &[f64], durations: &[f64]) -> f64 {
        let edge = &self.graph.edges()[link];
        let (from, to, lag) = (edge.from as usize, edge.to as usize, self.lags[link]);
        match edge.kind {
            LinkKind::FinishToStart => es[from] + durations[from] + lag,
            LinkKind::StartToStart => es[from] + lag,
            LinkKind::FinishToFinish => es[from] + durations[from] + lag - durations[to],
            LinkKind::StartToFinish => es[from] + lag - durations[to],
        }
    }

    /// Runs both passes into `times`, whose memory is reused.
    pub fn schedule(&self, durations: &[f64], times: &mut RealTimes) {
        let n = self.graph.nodes();
        times.es.clear();
        times.es.resize(n, 0.0);
        times.duration = 0.0;
        for node in self.graph.order() {
            let node = *node as usize;
            let mut start: f64 = 0.0;
            for (link, _) in self.graph.incoming(node) {
                start = start.max(self.earliest(link, &times.es, durations));
            }
            times.es[node] = start;
            times.duration = times.duration.max(start + durations[node]);
        }
        times.lf.clear();
        times.lf.resize(n, times.duration);
        for node in self.graph.order().iter().rev() {
            let node = *node as usize;
            let mut finish = times.duration;
            for (link, edge) in self.graph.outgoing(node) {
                let to = edge.to as usize;
                let (lag, lf) = (self.lags[link], times.lf[to]);
                finish = finish.min(match edge.kind {
                    LinkKind::FinishToStart => lf - durations[to] - lag,
                    LinkKind::StartToStart => lf - durations[to] - lag + durations[node],
                    LinkKind::FinishToFinish => lf - lag,
                    LinkKind::StartToFinish => lf - lag + durations[node],
                });
            }
            times.lf[node] = finish;
        }
    }

    /// The longest chain; of several equally long, the one of the greatest variance. Also its variance.
    #[must_use]
    pub fn riskiest_path(&self, durations: &[f64], variances: &[f64], times: &RealTimes) -> (Vec<usize>, f64) {
        let tolerance = Self::tolerance(times.duration);
        let n = self.graph.nodes();
        let mut total = vec![0.0; n];
        let mut before = vec![usize::MAX; n];
        for node in self.graph.order() {
            let node = *node as usize;
            for (link, edge) in self.graph.incoming(node) {
                let from = edge.from as usize;
                let drives = (self.earliest(link, &times.es, durations) - times.es[node]).abs() <= tolerance;
                if drives && (before[node] == usize::MAX || total[from] > total[before[node]]) {
                    before[node] = from;
                }
            }
            total[node] = variances[node] + before.get(node).and_then(|b| total.get(*b)).copied().unwrap_or(0.0);
        }
        let last = (0..n)
            .filter(|i| times.duration - times.es[*i] - durations[*i] <= tolerance)
            .max_by(|a, b| total[*a].total_cmp(&total[*b]).then(a.cmp(b)));
        let Some(last) = last else { return (Vec::new(), 0.0) };
        let mut path = vec![last];
        let mut at = before[last];
        while at != usize::MAX {
            path.push(at);
            at = before[at];
        }
        path.reverse();
        (path, total[last])
    }
}
