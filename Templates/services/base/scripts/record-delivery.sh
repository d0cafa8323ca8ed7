#!/usr/bin/env bash
# Records a release that reached production: one deployment, and how long its commit took to get there.
# The pipeline gives AUTHOR_DATE, as 2027-10-05T09:30:00Z.
set -euo pipefail

committed=$(date --date "$AUTHOR_DATE" +%s)
lead=$(($(date +%s) - committed))
aws cloudwatch put-metric-data --namespace <%service.slug:slug%> --metric-name Deployments --value 1 --unit Count
aws cloudwatch put-metric-data --namespace <%service.slug:slug%> --metric-name LeadTimeSeconds --value "$lead" --unit Seconds
echo "recorded: one deployment, $lead seconds after its commit"
