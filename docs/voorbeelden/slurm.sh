#!/usr/bin/env bash
#SBATCH --job-name=wiktool-serie
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --time=00:30:00
# One array task per part; a task that fails is submitted again and goes on where it was.
#
# Usage: sbatch slurm.sh INVOER MAP DATUM
set -euo pipefail
wiktool serie "${1:?geef de open posten}" --uit "${2:?geef een map}" --datum "${3:?geef een datum}" \
    --hervat --werkers "${SLURM_CPUS_PER_TASK:-1}" \
    --deel "${SLURM_ARRAY_TASK_ID:?start dit met sbatch}/${SLURM_ARRAY_TASK_COUNT:-8}"
